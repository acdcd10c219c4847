/**
 * Events as the club's programs get them, on every way: CloudEvents 1.0 in JSON. docs/events.md describes them, and
 * docs/events.schema.json says it to programs.
 */
@NullMarked
package org.clubpost.aws.cloudevent;

import org.jspecify.annotations.NullMarked;
