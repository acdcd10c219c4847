/**
 * Joining and leaving. {@link org.clubpost.core.subscription.Subscribe} takes a request, and {@link
 * org.clubpost.core.subscription.AnswerSignUps} sends the confirmation mail afterwards. {@link org.clubpost.core.subscription.Confirm} makes anyone who follows its link a member, or withdraws the
 * request. {@link org.clubpost.core.subscription.Manage} changes what a member chose, and {@link
 * org.clubpost.core.subscription.Unsubscribe} ends the membership. {@link
 * org.clubpost.core.subscription.MemberLetters} says goodbye, and {@link org.clubpost.core.subscription.ComeBack} undoes
 * the leave. {@link org.clubpost.core.subscription.Membership} is what an owner may do.
 *
 * <p>Looking at a link never changes anything: programs that scan mail fetch every link in it. Only the act behind the
 * button does.
 */
@NullMarked
package org.clubpost.core.subscription;

import org.jspecify.annotations.NullMarked;
