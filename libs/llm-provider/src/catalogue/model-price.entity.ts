import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A price that a user has entered: it wins over the list. USD per 1,000 tokens. */
@Entity('model_prices')
export class ModelPriceEntity {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ type: 'text' })
  model!: string;

  @Column({ type: 'double precision' })
  input_per_1k!: number;

  @Column({ type: 'double precision' })
  output_per_1k!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;
}
