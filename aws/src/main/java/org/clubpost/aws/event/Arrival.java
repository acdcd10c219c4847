package org.clubpost.aws.event;

/** Which way a request came. */
enum Arrival {
    /** Straight from the visitor, in an installation without CloudFront. */
    DIRECT,
    /** Through CloudFront, which says the visitor's address. */
    THROUGH_CLOUDFRONT,
    /** Past CloudFront, in an installation that has it: somebody has found the address of API Gateway. */
    PAST_CLOUDFRONT
}
