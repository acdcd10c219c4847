/**
 * The functions behind the sign-up form: {@link org.clubpost.function.subscribe.SubscribeHandler} shows it and takes
 * what visitors send, and {@link org.clubpost.function.subscribe.AnswerHandler} answers that by mail.
 */
@NullMarked
package org.clubpost.function.subscribe;

import org.jspecify.annotations.NullMarked;
