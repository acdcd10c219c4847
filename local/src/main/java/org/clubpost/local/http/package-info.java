/**
 * HTTP comes in here, where API Gateway stands in AWS. Requests for our functions become the events that API Gateway
 * would send (payload format 2.0). Everything else is one of this machine's own pages.
 */
@NullMarked
package org.clubpost.local.http;

import org.jspecify.annotations.NullMarked;
