/**
 * Tests of the custom resources, with CloudFormation's own events, on stubs of SES and Parameter Store and an S3
 * endpoint.
 */
@NullMarked
package org.clubpost.function.setup;

import org.jspecify.annotations.NullMarked;
