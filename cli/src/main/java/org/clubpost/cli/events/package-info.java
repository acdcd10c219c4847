/** What the webhooks of a service on this machine have not taken, and the secret that they check signatures with. */
@NullMarked
package org.clubpost.cli.events;

import org.jspecify.annotations.NullMarked;
