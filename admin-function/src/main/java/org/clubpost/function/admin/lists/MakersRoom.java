package org.clubpost.function.admin.lists;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.AppointMakers;
import org.clubpost.core.admin.Makers;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/makers}: who may make lists in this installation, for those who may and for the operator. Nobody else
 * finds it.
 *
 * @param appoint the use case
 */
public record MakersRoom(AppointMakers appoint) implements Room {

    /** Where it is. */
    static final String HREF = RoomPath.ROOT + "/makers";

    private static final String WISH = "wish";
    private static final String ADDRESS = "address";
    private static final int MOST_OF_ADDRESS = 254;
    private static final int SHOWN = 20;
    private static final KnownFields FIELDS = new KnownFields(Map.of(WISH, 20, ADDRESS, MOST_OF_ADDRESS), false);

    @Override
    public RoomPath path() {
        return RoomPath.of("makers");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return page(visit, false);
    }

    private RoomAnswer page(RoomVisit visit, boolean isWrong) {
        return appoint.seen(visit.actor()).map(makers -> page(visit, makers, isWrong)).orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer page(RoomVisit visit, Makers makers, boolean isWrong) {
        var words = visit.words();
        var model = new HashMap<String, Object>();
        model.put("rows", makers.all().stream().map(each -> Map.of("address", each.written(), "isMine",
                visit.actor().equals(new Actor.Owner(each)))).toList());
        model.put("isEmpty", makers.all().isEmpty());
        model.put("steps", makers.past().reversed().stream().limit(SHOWN).map(step -> step(visit, step)).toList());
        model.put("hasSteps", !makers.past().isEmpty());
        model.put("lists", RoomPath.ROOT);
        model.put("fields", Field.shown(Field.line("email", ADDRESS, words.text("people.address"),
                isWrong ? visit.text(ADDRESS) : "", MOST_OF_ADDRESS).required().wrong(isWrong)));
        return RoomAnswer.page(this, "makers", words.text("makers.title"), model);
    }

    private static Map<String, String> step(RoomVisit visit, Makers.Step step) {
        var words = visit.words();
        var by = step.actor() instanceof Actor.Owner(var address) ? address.written() : words.text("frame.operator");
        return Map.of("time", words.time(step.at(), visit.zone()), "by", by, "what",
                words.text(step.isGranted() ? "makers.came" : "makers.went", Map.of("who", step.who().written())));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var address = EmailAddress.parse(visit.text(ADDRESS).strip());
        if (address.isEmpty()) {
            return page(visit, true).withProblem(400, visit.words().text("people.wrong"));
        }
        return switch (visit.text(WISH)) {
            case "grant" -> answer(visit, appoint.grant(visit.actor(), address.get()), "makers.came");
            case "ask" -> appoint.seen(visit.actor()).map(_ -> ask(visit, address.get()))
                    .orElseGet(RoomAnswer::notFound);
            case "withdraw" -> answer(visit, appoint.withdraw(visit.actor(), address.get()), "makers.went");
            default -> RoomAnswer.goTo(visit.path());
        };
    }

    private static RoomAnswer ask(RoomVisit visit, EmailAddress address) {
        return Confirmation.asking(visit, visit.words().text("makers.ask"))
                .saying(visit.words().text("makers.ask.text", Map.of("who", address.written())))
                .sending(WISH, "withdraw").sending(ADDRESS, address.written())
                .button(visit.words().text("makers.withdraw"));
    }

    private static RoomAnswer answer(RoomVisit visit, AppointMakers.Outcome outcome, String done) {
        var words = visit.words();
        Optional<String> said = switch (outcome) {
            case AppointMakers.Outcome.Done(var who) -> Optional.of(words.text(done, Map.of("who", who.written())));
            case AppointMakers.Outcome.AlreadySo _ -> Optional.of(words.text("people.already"));
            case AppointMakers.Outcome.TooMany _ -> Optional.of(words.text("makers.too-many"));
            case AppointMakers.Outcome.Denied _ -> Optional.empty();
        };
        var isOwn = outcome instanceof AppointMakers.Outcome.Done(var who)
                && visit.actor().equals(new Actor.Owner(who)) && done.equals("makers.went");
        return said.map(text -> RoomAnswer.done(isOwn ? RoomPath.ROOT : visit.path(), Notice.of(text)))
                .orElseGet(RoomAnswer::notFound);
    }
}
