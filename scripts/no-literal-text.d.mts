export declare const noLiteralText: object;
