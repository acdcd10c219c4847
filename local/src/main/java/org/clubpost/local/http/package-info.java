/**
 * HTTP in, where API Gateway stands in AWS: requests for our functions become the events that API Gateway would send
 * (payload format 2.0), and everything else is a page of this machine's own.
 */
@NullMarked
package org.clubpost.local.http;

import org.jspecify.annotations.NullMarked;
