package org.clubpost.core.link;

import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What a membership token says once its signature has been checked.
 *
 * @param purpose what it may be used for
 * @param list the list
 * @param subscriber the member
 */
public record MembershipLink(LinkPurpose purpose, ListId list, SubscriberId subscriber) {}
