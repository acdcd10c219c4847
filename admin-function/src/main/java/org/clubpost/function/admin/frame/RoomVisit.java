package org.clubpost.function.admin.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.Upload;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.Guest;
import org.clubpost.core.text.CommaList;
import org.clubpost.function.admin.words.Words;

/** Somebody who is signed in and looks at a room, or pressed a button there. */
public final class RoomVisit {

    private final Visit visit;
    private final Place place;
    private final Guest guest;
    private final Optional<Lists.Headed> list;
    private final Optional<Role> role;
    private final Words words;
    private final Marks marks;

    RoomVisit(Visit visit, Place place, Guest guest, Optional<Lists.Headed> list, Optional<Role> role, Words words,
            Marks marks) {
        this.visit = visit;
        this.place = place;
        this.guest = guest;
        this.list = list;
        this.role = role;
        this.words = words;
        this.marks = marks;
    }

    /** Who it is, for use cases. */
    public Actor actor() {
        return guest.actor();
    }

    /** In which browser. */
    public Guest guest() {
        return guest;
    }

    /**
     * The list, in a room of a list, as of the beginning of this request.
     *
     * @throws IllegalStateException in a room of no list
     */
    public MailingList list() {
        return headed().list();
    }

    /**
     * The list with how many are on it.
     *
     * @throws IllegalStateException in a room of no list
     */
    public Lists.Headed headed() {
        return list.orElseThrow(() -> new IllegalStateException("a room of no list"));
    }

    /**
     * What the visitor is to the list.
     *
     * @throws IllegalStateException in a room of no list
     */
    public Role role() {
        return role.orElseThrow(() -> new IllegalStateException("a room of no list"));
    }

    /** Whether the visitor may do that on the list, so that a page offers only what may be done. */
    public boolean may(Permission permission) {
        return role.filter(known -> known.may(permission)).isPresent();
    }

    /** The words of the visitor's language. */
    public Words words() {
        return words;
    }

    /** When the request came in. */
    public Instant now() {
        return visit.request().origin().at();
    }

    /** The time zone of the list; in a room of no list, UTC. */
    public ZoneId zone() {
        return list.map(known -> known.list().dispatch().zone()).orElse(ZoneOffset.UTC);
    }

    /** The text of a field of the query or the form; empty when it is not there. */
    public String text(String field) {
        return visit.text(field);
    }

    /** The texts of the field that may be there several times ({@code KnownFields.withSeveral}). */
    public List<String> texts(String field) {
        return CommaList.parse(text(field), Optional::of).orElseGet(List::of);
    }

    /** Whether a form has that field, as a ticked box or a pressed button has. */
    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** The file of a form; empty when there is no such field. */
    public Optional<Upload> file(String field) {
        return files(field).stream().findFirst();
    }

    /** The files that were chosen in that field of a form ({@code KnownFields.withFiles}). */
    public List<Upload> files(String field) {
        return visit.fields().files().getOrDefault(field, List.of()).stream().filter(file -> !file.isEmpty()).toList();
    }

    /** What stands in the path where the room's has {@value RoomPath#ANY}, counted from 0. */
    public String piece(int index) {
        return place.pieces().get(index);
    }

    /** The request itself. */
    public Visit visit() {
        return visit;
    }

    /** The path of this page. */
    public String path() {
        return place.path();
    }

    /** The path of this page with those fields in the query; those without a value are left out. */
    public String path(Map<String, String> query) {
        return withQuery(path(), query);
    }

    /** The path of another room of the same list; without a piece, that of the list's own page. */
    public String room(String... pieces) {
        return RoomPath.ROOT + "/" + list().id() + "/"
                + Stream.of(pieces).map(RoomVisit::encoded).collect(Collectors.joining("/"));
    }

    /** That path with those fields in the query; those without a value are left out. */
    public static String withQuery(String path, Map<String, String> query) {
        var fields = query.entrySet().stream().filter(field -> !field.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? path : path + "?" + fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /**
     * What a form that goes to this path needs in the hidden field {@value Marks#FIELD}. Every page has that of its own
     * path in the slot {@code mark} already.
     */
    public String mark(String path) {
        return marks.of(guest.session().id(), path);
    }

    /** What is wrong with a field, as a sentence. */
    public String problem(FieldProblem problem) {
        var kind = Handled.word(problem.kind());
        var special = "problem." + kind + "." + problem.field();
        return words.text(words.has(special) ? special : "problem." + kind, Map.of("field", problem.field()));
    }

    Place place() {
        return place;
    }
}
