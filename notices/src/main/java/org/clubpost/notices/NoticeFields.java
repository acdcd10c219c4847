package org.clubpost.notices;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;

/**
 * The header fields that tell programs what a notice is, so that no vacation program answers it (RFC 3834 section 5).
 *
 * @param random for the Message-ID field; need not be secret
 */
record NoticeFields(RandomGenerator random) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,500}>");

    /** The fields of a notice that is written at that time. */
    Map<String, String> of(Notice notice, Instant now) {
        var fields = new TreeMap<String, String>();
        fields.put(NoticeMail.DATE, NoticeMail.date(now));
        fields.put(NoticeMail.MESSAGE_ID, messageId(notice));
        // For Exchange, which looks at neither Auto-Submitted nor Precedence.
        fields.put("X-Auto-Response-Suppress", "All");
        fields.put("Auto-Submitted", "auto-generated");
        fields.putAll(ofKind(notice));
        return fields;
    }

    private static Map<String, String> ofKind(Notice notice) {
        return switch (notice) {
            case MemberNotice.Help help -> answering(help.messageId());
            case PostNotice.PostRejected rejected -> answering(rejected.messageId());
            case OwnerNotice.CommandsDone done -> answering(done.messageId());
            case PostNotice.PostWaitsForOwners waits -> answering(waits.messageId());
            case OwnerNotice.MailForOwners forOwners -> below(forOwners.mail());
            case OwnerNotice.MailForOperator forOperator -> below(forOperator.mail());
            case JoinNotice.Welcome welcome -> Map.of("List-Unsubscribe", "<" + welcome.leave() + ">");
            case JoinNotice.Added added -> oneClick(added.leave());
            case MemberNotice.LeaveOffer offer -> Map.of("List-Unsubscribe", "<" + offer.leave() + ">");
            case JoinNotice.AlreadyMember member -> Map.of("List-Unsubscribe", "<" + member.leave() + ">");
            // These letters are not sent for a membership and do not answer a mail.
            case JoinNotice.ConfirmationRequest _ -> Map.of();
            case JoinNotice.Invitation _ -> Map.of();
            case OwnerNotice.CommandsUnproven _ -> Map.of();
            case JoinNotice.ConfirmationReminder _ -> Map.of();
            case JoinNotice.JointConfirmationReminder _ -> Map.of();
            case JoinNotice.JointConfirmationRequest _ -> Map.of();
            case JoinNotice.AlreadyMemberOfAll _ -> Map.of();
            case JoinNotice.AlreadyApplied _ -> Map.of();
            case OwnerNotice.ApplicantWaits _ -> Map.of();
            case JoinNotice.NotLetIn _ -> Map.of();
            case MemberNotice.Goodbye _ -> Map.of();
            case MemberNotice.Paused _ -> Map.of();
            case MemberNotice.MailCheck _ -> Map.of();
            case MemberNotice.MailStopped _ -> Map.of();
            case MemberNotice.SettingsLink _ -> Map.of();
            case MemberNotice.NewAddress _ -> Map.of();
            case MemberNotice.OldAddress _ -> Map.of();
            case MemberNotice.YourLists _ -> Map.of();
            case MemberNotice.WhatIsLeft _ -> Map.of();
            case MemberNotice.NewPostOut _ -> Map.of();
            case OwnerNotice.SignIn _ -> Map.of();
            case OwnerNotice.PhonesPaused _ -> Map.of();
            case OwnerNotice.RoleOffered _ -> Map.of();
            case OwnerNotice.PeopleChanged _ -> Map.of();
            case OwnerNotice.MakersChanged _ -> Map.of();
            case OwnerNotice.ListDeleted _ -> Map.of();
            case OwnerNotice.ListHealth _ -> Map.of();
            case PostNotice.PostReturns _ -> Map.of();
            case OwnerNotice.SignUpsWaiting _ -> Map.of();
            case OwnerNotice.MemberJoined _ -> Map.of();
            case OwnerNotice.PostHeld _ -> Map.of();
            case PostNotice.ConfirmOwnPost _ -> Map.of();
            case PostNotice.PostExpired _ -> Map.of();
            case PostNotice.PostWaiting _ -> Map.of();
            case PostNotice.PostUndecided _ -> Map.of();
            case PostNotice.PostStuck _ -> Map.of();
            case PostNotice.PostReport _ -> Map.of();
            case Gathered _ -> Map.of();
        };
    }

    /**
     * For a mail that goes to many. The field with which mail programs show a button needs an https URI (RFC 8058
     * section 3.1).
     */
    private static Map<String, String> oneClick(JoinNotice.WaysOut leave) {
        var fields = new TreeMap<String, String>();
        fields.put("List-Unsubscribe", "<" + leave.oneClick() + ">, <" + leave.mail() + ">");
        if ("https".equalsIgnoreCase(leave.oneClick().getScheme())) {
            fields.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return fields;
    }

    /** So the writer's program puts the answer to it below her mail. */
    private static Map<String, String> below(ForwardedMail mail) {
        var messageId = mail.shown().messageId();
        return isMessageId(messageId) ? Map.of("References", messageId) : Map.of();
    }

    /** RFC 3834 sections 3.1.5 and 5: it is a response to one message. */
    private static Map<String, String> answering(String messageId) {
        return isMessageId(messageId)
                ? Map.of("Auto-Submitted", "auto-replied", "In-Reply-To", messageId, "References", messageId)
                : Map.of("Auto-Submitted", "auto-replied");
    }

    private static boolean isMessageId(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches();
    }

    private String messageId(Notice notice) {
        return "<" + new UUID(random.nextLong(), random.nextLong()) + "@" + notice.list().domain() + ">";
    }
}
