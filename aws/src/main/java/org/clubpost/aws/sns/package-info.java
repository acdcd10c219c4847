/**
 * The events for the club's own programs, on an SNS topic: a message for each, with its type and its list as attributes
 * to filter by. Members never get anything from this topic.
 */
@NullMarked
package org.clubpost.aws.sns;

import org.jspecify.annotations.NullMarked;
