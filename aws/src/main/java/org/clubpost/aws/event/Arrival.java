package org.clubpost.aws.event;

/** Which way a request came. */
enum Arrival {
    /** Straight from the visitor, in an installation without CloudFront. */
    DIRECT,
    /** Through CloudFront, which says the visitor's address. */
    THROUGH_CLOUDFRONT,
    /**
     * Past CloudFront, in an installation that has it. Somebody has found the address of API Gateway, or has a link
     * from the time before there was CloudFront, or CloudFront does not send the key yet.
     */
    PAST_CLOUDFRONT
}
