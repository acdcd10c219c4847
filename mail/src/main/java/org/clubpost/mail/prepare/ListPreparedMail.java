package org.clubpost.mail.prepare;

import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.mime.MemberValue;

/**
 * A prepared mail that fills its slots with a member's own links, name and address.
 *
 * @param mail the mail
 * @param list the list that it goes to
 * @param links makes the links
 */
public record ListPreparedMail(CompiledMail mail, MailingList list, PublicLinks links) implements PreparedMail {

    @Override
    public String messageId() {
        return mail.messageId();
    }

    @Override
    public MailContent copyFor(Subscriber.Confirmed member) {
        return mail.render(value -> value(value, member), member.person().language());
    }

    @Override
    public long sizeBytes() {
        return mail.render(_ -> "").sizeBytes();
    }

    private String value(MemberValue value, Subscriber.Confirmed member) {
        return switch (value) {
            case UNSUBSCRIBE_URL -> links.leavePage(list.id(), member.id()).toASCIIString();
            case MANAGE_URL -> links.managePage(list.id(), member.id()).toASCIIString();
            case ONE_CLICK_URL -> links.oneClick(list.id(), member.id()).toASCIIString();
            case UNSUBSCRIBE_MAILTO -> links.leaveMail(list, member.id()).toASCIIString();
            case MEMBER_NAME -> member.person().name().text();
            case MEMBER_EMAIL -> member.person().address().ascii();
        };
    }
}
