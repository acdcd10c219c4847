/**
 * The function behind the sign-up form: {@link org.clubpost.function.subscribe.SubscribeHandler} shows it and takes
 * what visitors send.
 */
@NullMarked
package org.clubpost.function.subscribe;

import org.jspecify.annotations.NullMarked;
