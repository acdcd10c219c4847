package org.clubpost.mail.command.admin;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Paused;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;

/** Stops the list's mail to a member until a day. Without a day it is {@link #USUAL}. */
final class Pause implements Command {

    /** As long as a holiday. */
    private static final Period USUAL = Period.ofWeeks(4);
    private static final Pattern UNTIL = Pattern.compile("(?i)(.+?)[\\s,]+(?:until\\s+)?([0-9][0-9.-]*[0-9])\\.?");
    private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String syntax() {
        return "pause ADDRESS [until 2027-12-31]";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public Optional<Order> read(String rest) {
        var until = UNTIL.matcher(rest.strip());
        if (!until.matches()) {
            return Somebody.alone(rest).map(address -> desk -> pause(desk, address, desk.today().plus(USUAL)));
        }
        return Somebody.alone(until.group(1)).flatMap(address -> day(until.group(2))
                .map(day -> desk -> pause(desk, address, day)));
    }

    private static Optional<LocalDate> day(String typed) {
        return DAYS.stream().flatMap(form -> {
            try {
                return Stream.of(LocalDate.parse(typed, form));
            } catch (DateTimeParseException notThatForm) {
                return Stream.empty();
            }
        }).findFirst();
    }

    private static CommandResult pause(Desk desk, EmailAddress address, LocalDate day) {
        if (!desk.mayPauseUntil(day)) {
            return new Told(Word.NO_SUCH_DAY, address.written());
        }
        return desk.answered(desk.tools().members().change(desk.actor(), desk.list(), address,
                member -> member.with(member.settings().pausedUntil(Optional.of(day)))),
                member -> member.isPresent()
                        ? new Paused(address.written(), day, desk.done(address, Act.CHANGED))
                        : new Told(Word.NOT_A_MEMBER, address.written()));
    }
}
