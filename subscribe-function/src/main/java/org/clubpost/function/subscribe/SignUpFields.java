package org.clubpost.function.subscribe;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormFields;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.TypedAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.robot.FormStamp;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.site.SignUpPage;
import org.clubpost.site.TypedForm;

/** The fields of the sign-up form, and what they have to be. */
final class SignUpFields {

    static final String LIST = "list";
    static final String LISTS = "lists";
    /** How the front page's form calls itself. */
    static final String FRONT_PAGE = "/";
    static final String EMAIL = "email";
    static final String NAME = "name";
    static final String FORM = "form";
    static final String WORDING = "wording";

    /**
     * The longest address that can be an envelope recipient (RFC 5321 section 4.5.3.1.3: a path of 256 octets with its
     * angle brackets).
     */
    private static final int MAX_EMAIL = 254;

    /** A robot must not learn that the field is a trap, so the field has no limit of its own. */
    static final KnownFields KNOWN = new KnownFields(
            Map.ofEntries(Map.entry(LIST, 100), Map.entry(LISTS, 4_200), Map.entry(EMAIL, MAX_EMAIL),
                    Map.entry(NAME, 2 * PersonName.MAX_CODE_POINTS), Map.entry(FORM, 200), Map.entry(WORDING, 64),
                    Map.entry(TypedForm.STEP, 10), Map.entry(FormRequest.LANGUAGE_FIELD, 35),
                    Map.entry(SignUpPage.TRAP_FIELD, FormRequest.MAX_BODY_OCTETS),
                    Map.entry(SignUpPage.STAMP_FIELD, FormStamp.MAX_LENGTH),
                    Map.entry(SignUpPage.WORK_FIELD, Guard.MAX_WORK)),
            false).withSeveral(LISTS);

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u2028\\u2029]*");
    private static final Set<String> STEPS = Set.of("", TypedForm.CHANGE, TypedForm.AGAIN, TypedForm.CORRECTED,
            TypedForm.KEPT);
    static final String UNNAMED_FORM = "unnamed";

    private SignUpFields() {}

    /** What the fields turned out to be. */
    sealed interface Reading {

        /**
         * One of them is not as it has to be.
         *
         * @param problem which one, and why
         */
        record Wrong(FieldProblem problem) implements Reading {}

        /**
         * The field that people do not see is filled in.
         *
         * @param address the address beside it
         */
        record Robot(EmailAddress address) implements Reading {}

        /**
         * All are as they have to be.
         *
         * @param address who wants to join
         * @param name their name, or none
         * @param form which form it was, as it says itself
         * @param wording the hash of the words of consent that it showed; empty when it does not say
         */
        record Good(EmailAddress address, PersonName name, String form, String wording) implements Reading {

            /** The same with another address. */
            Good with(EmailAddress other) {
                return new Good(other, name, form, wording);
            }

            /** What is asked for, on the form and with the words that we know it was. */
            SignUp signUp(ListId list, Locale language, String knownForm, String knownWording, Origin origin) {
                return new SignUp(list, address, name, language, knownForm, knownWording, origin);
            }
        }
    }

    static Reading read(FormFields.Read fields) {
        if (fields.text(EMAIL).isBlank()) {
            return wrong(FieldProblem.Kind.MISSING, EMAIL);
        }
        var address = TypedAddress.parse(fields.text(EMAIL));
        var name = PersonName.parse(fields.text(NAME));
        if (address.isEmpty()) {
            return wrong(FieldProblem.Kind.MALFORMED, EMAIL);
        }
        if (name.isEmpty()) {
            return wrong(FieldProblem.Kind.MALFORMED, NAME);
        }
        if (!isLanguage(fields.text(FormRequest.LANGUAGE_FIELD))) {
            return wrong(FieldProblem.Kind.MALFORMED, FormRequest.LANGUAGE_FIELD);
        }
        if (!ONE_LINE.matcher(fields.text(FORM)).matches()) {
            return wrong(FieldProblem.Kind.MALFORMED, FORM);
        }
        if (!STEPS.contains(fields.text(TypedForm.STEP))) {
            return wrong(FieldProblem.Kind.MALFORMED, TypedForm.STEP);
        }
        return fields.text(SignUpPage.TRAP_FIELD).isEmpty()
                ? new Reading.Good(address.get(), name.get(),
                        fields.text(FORM).isBlank() ? UNNAMED_FORM : fields.text(FORM), fields.text(WORDING))
                : new Reading.Robot(address.get());
    }

    /** What was sent, with that address in it, to be sent once more. */
    static TypedForm typed(FormFields.Read fields, EmailAddress address) {
        var kept = new HashMap<>(fields.values());
        kept.remove(TypedForm.STEP);
        kept.remove(SignUpPage.TRAP_FIELD);
        kept.put(EMAIL, address.written());
        return new TypedForm(address, kept);
    }

    private static boolean isLanguage(String text) {
        return text.isEmpty() || FormRequest.isLanguageTag(text);
    }

    private static Reading wrong(FieldProblem.Kind kind, String field) {
        return new Reading.Wrong(new FieldProblem(kind, field));
    }
}
