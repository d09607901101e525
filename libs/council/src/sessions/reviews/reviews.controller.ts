import { Allow, type Principal, Who } from '@council/access';
import {
  DecisionRequest,
  DecisionResult,
  NodeReviewRequest,
  Review,
  ReviewList,
  ReviewQuery,
  Uuid,
} from '@council/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ReviewsService } from './reviews.service.js';

const TAKEN = 'Decided already, or not open any more: the body carries the review with the decision that stands.';

@ApiTags('reviews')
@Controller('api/v1')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('reviews/pending')
  @Allow('viewer', 'own')
  @ApiOperation({ summary: 'What waits for people, the oldest first', operationId: 'listPendingReviews' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: ReviewList })
  @SerializeOptions({ schema: ReviewList })
  pending(@Query({ schema: ReviewQuery }) query: ReviewQuery, @Who() who: Principal): Promise<ReviewList> {
    return this.reviews.pending(query, who);
  }

  @Get('reviews/decided')
  @Allow('viewer', 'own')
  @ApiOperation({ summary: 'What was decided, by whom and how, the latest first', operationId: 'listDecidedReviews' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: ReviewList })
  @SerializeOptions({ schema: ReviewList })
  decided(@Query({ schema: ReviewQuery }) query: ReviewQuery, @Who() who: Principal): Promise<ReviewList> {
    return this.reviews.decided(query, who);
  }

  @Get('reviews/:review_uuid')
  @Allow('viewer', 'review')
  @ApiOperation({ summary: 'Read a review: what is asked, and what was decided', operationId: 'getReview' })
  @ApiOkResponse({ standardSchema: Review })
  @SerializeOptions({ schema: Review })
  get(@Param('review_uuid', { schema: Uuid }) id: string): Promise<Review> {
    return this.reviews.get(id);
  }

  @Post('reviews/:review_uuid/decision')
  @Allow('member', 'review')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: 'Decide a review', operationId: 'decideReview' })
  @ApiOkResponse({ standardSchema: DecisionResult })
  @ApiConflictResponse({ description: TAKEN })
  @SerializeOptions({ schema: DecisionResult })
  async decide(
    @Param('review_uuid', { schema: Uuid }) id: string,
    @Body({ schema: DecisionRequest }) request: DecisionRequest,
    @Who() who: Principal,
  ): Promise<DecisionResult> {
    const review = await this.reviews.decide(id, request, who);
    return { status: 'resumed', session_uuid: review.session_uuid, review };
  }

  @Get('sessions/:id/reviews')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: "A session's reviews, the latest first", operationId: 'listSessionReviews' })
  @ApiOkResponse({ standardSchema: Review, isArray: true })
  @SerializeOptions({ schema: Review })
  ofSession(@Param('id', { schema: Uuid }) id: string): Promise<Review[]> {
    return this.reviews.ofSession(id);
  }

  @Post('sessions/:id/review')
  @Allow('member', 'session')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    summary: 'Decide what a node asks',
    description: 'review_uuid is needed once that node has asked more than once.',
    operationId: 'reviewNode',
  })
  @ApiOkResponse({ standardSchema: DecisionResult })
  @ApiConflictResponse({ description: TAKEN })
  @SerializeOptions({ schema: DecisionResult })
  async decideNode(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: NodeReviewRequest }) request: NodeReviewRequest,
    @Who() who: Principal,
  ): Promise<DecisionResult> {
    const review = await this.reviews.decideNode(id, request, who);
    return { status: 'resumed', session_uuid: review.session_uuid, review };
  }
}
