package org.clubpost.core.admin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice.PeopleChanged;

/**
 * Makes lists, for those who may: the operator, and the makers of the installation.
 *
 * @param lists the lists
 * @param makers who may make them
 * @param leftovers ends what a removed list of the same name left open
 * @param notices tell owners who did not make their list themselves
 */
public record MakeLists(Lists lists, ListMakers makers, Leftovers leftovers, Notices notices) {

    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    /** Typed values are tried on it. */
    private static final MailingList SAMPLE = MailingList.create(new ListId("sample"), "sample.example", "sample",
            List.of(EmailAddress.of("owner@sample.example")));

    /**
     * What is wanted.
     *
     * @param id the short name, as typed
     * @param domain the domain of its addresses
     * @param name the name that people see, as typed
     * @param owners who runs it
     * @param language the language of its pages and mails, as typed; empty for that of the settings
     * @param like whose settings it begins with; empty for the usual ones
     */
    public record Wish(String id, String domain, String name, List<EmailAddress> owners, String language,
            Optional<ListId> like) {

        /** Copies the owners. */
        public Wish {
            owners = List.copyOf(owners);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is there now.
         *
         * @param list the list
         */
        record Made(MailingList list) implements Outcome {}

        /**
         * A field cannot be so; nothing was made.
         *
         * @param problem what is wrong
         */
        record Refused(Problem problem) implements Outcome {}

        /**
         * It is the address of a group of another list.
         *
         * @param list the other list
         * @param group its group
         */
        record OfAGroup(ListId list, GroupName group) implements Outcome {}

        /** The actor may not do that. */
        record Denied() implements Outcome {}
    }

    /** What can be wrong. */
    public enum Problem {
        /** It cannot be the short name of a list. */
        ID,
        /** It is a word for one of a list's own addresses, or ends in one. */
        RESERVED,
        /**
         * There is a list of that name, perhaps one that was deleted and can come back. Or one was removed whose posts and
         * people are on record: only the operator makes another of that name, because who runs it sees them.
         */
        TAKEN,
        /** It cannot be the name of a list. */
        NAME,
        /** We do not write in this language. */
        LANGUAGE,
        /** A list has an owner. */
        OWNER,
        /** There is no such list to take settings from, or the actor does not run it. */
        LIKE
    }

    /** Whether that actor may make lists. */
    public boolean may(Actor actor) {
        return actor instanceof Actor.Operator || makers.read().may(actor);
    }

    /**
     * All that is wrong with a wish, as far as it can be told without making anything.
     *
     * @return in order; never {@link Problem#TAKEN}, which turns out in the making
     */
    public Set<Problem> problems(Actor actor, Wish wish) {
        return problems(actor, wish, wish.like().isEmpty() ? List.of() : lists.all());
    }

    private static Set<Problem> problems(Actor actor, Wish wish, List<MailingList> others) {
        var wrong = EnumSet.noneOf(Problem.class);
        var id = ListId.parse(wish.id());
        if (id.isEmpty()) {
            wrong.add(Problem.ID);
        }
        if (id.filter(ListId::isReserved).isPresent()) {
            wrong.add(Problem.RESERVED);
        }
        if (named(SAMPLE, NAME, wish.name()).isEmpty()) {
            wrong.add(Problem.NAME);
        }
        if (!wish.language().isEmpty() && named(SAMPLE, LANGUAGE, wish.language()).isEmpty()) {
            wrong.add(Problem.LANGUAGE);
        }
        if (wish.owners().isEmpty()) {
            wrong.add(Problem.OWNER);
        }
        if (wish.like().isPresent() && like(actor, wish, others).isEmpty()) {
            wrong.add(Problem.LIKE);
        }
        return wrong;
    }

    /** Makes a list. Done again, it finds that there is one. */
    public Outcome make(Actor actor, Wish wish) {
        if (!may(actor)) {
            return new Outcome.Denied();
        }
        var others = lists.all();
        return problems(actor, wish, others).stream().findFirst().<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> {
                    var id = ListId.parse(wish.id()).orElseThrow();
                    return ofAGroup(id, others).orElseGet(() -> make(actor, wish, id, others));
                });
    }

    private static Optional<MailingList> like(Actor actor, Wish wish, List<MailingList> others) {
        return wish.like().flatMap(from -> others.stream().filter(list -> list.id().equals(from)
                && Role.may(actor, list, Permission.CHANGE_LIST)).findFirst());
    }

    private Outcome make(Actor actor, Wish wish, ListId id, List<MailingList> others) {
        var plain = MailingList.create(id, wish.domain(), id.value(), wish.owners()).with(Brand.shared(others));
        var begun = like(actor, wish, others)
                .map(from -> ChangeSettings.tried(plain, ChangeSettings.copied(from)).list())
                .map(copy -> copy.with(copy.layout().withSubjectTag(plain.layout().subjectTag()))).orElse(plain);
        var named = named(begun, NAME, wish.name()).orElseThrow();
        return put(actor, wish.language().isEmpty() ? named : named(named, LANGUAGE, wish.language()).orElseThrow());
    }

    private static Optional<MailingList> named(MailingList list, String setting, String typed) {
        return ListSettings.named(setting).orElseThrow().change(list, typed) instanceof SettingChange.Changed(var next)
                ? Optional.of(next)
                : Optional.empty();
    }

    private Outcome put(Actor actor, MailingList list) {
        if (!(actor instanceof Actor.Operator) && leftovers.areOf(list.id())) {
            return new Outcome.Refused(Problem.TAKEN);
        }
        leftovers.end(list.id());
        if (!lists.by(Deed.of(actor)).create(list)) {
            return new Outcome.Refused(Problem.TAKEN);
        }
        list.people().owners().stream().filter(owner -> !actor.equals(new Actor.Owner(owner)))
                .forEach(owner -> tell(new PeopleChanged(list, owner, owner, PeopleChanged.Change.OWNER_CAME)));
        return new Outcome.Made(list);
    }

    private void tell(PeopleChanged notice) {
        try {
            notices.send(notice);
        } catch (UnavailableException notTold) {
            // The list is there, and its log says who runs it.
        }
    }

    private static Optional<Outcome> ofAGroup(ListId id, List<MailingList> others) {
        return others.stream().flatMap(list -> list.groups().all().stream()
                .filter(group -> (list.id() + "-" + group).equals(id.value()))
                .map(group -> new Outcome.OfAGroup(list.id(), group))).<Outcome>map(found -> found).findFirst();
    }
}
