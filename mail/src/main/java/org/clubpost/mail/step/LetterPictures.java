package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.tnef.Tnef;

/**
 * The pictures of a letter in a {@code winmail.dat} that is not shown, because a part of the mail says the same. They
 * go where that part's page refers to them (RFC 2387, RFC 2392); those to which no page refers are files. For one
 * letter.
 */
final class LetterPictures {

    private final List<Tnef.File> left;

    LetterPictures(List<Tnef.File> pictures) {
        left = new ArrayList<>(pictures);
    }

    /** The part, with the pictures in it to which its pages refer, and which it does not hold yet. */
    Entity in(Entity part) {
        forget(part);
        return placed(part);
    }

    /** Those for which no place was found. */
    List<Entity> files() {
        return left.stream().map(file -> WinmailParts.file(
                new Tnef.File(file.name(), file.type(), Optional.empty(), file.content()))).toList();
    }

    private void forget(Entity part) {
        if (left.isEmpty()) {
            return;
        }
        switch (part.body()) {
            case Body.Multipart multipart -> multipart.parts().forEach(inner -> forget(inner.entity()));
            case Body.Leaf(var octets) -> part.header().value("Content-ID").ifPresent(id -> left.removeIf(
                    file -> file.contentId().filter(own -> id.strip().equals("<" + own + ">")).isPresent()
                            && TransferDecoder.decode(octets, part.transferEncoding())
                                    .filter(content -> Arrays.equals(content.toByteArray(),
                                            file.content().toByteArray()))
                                    .isPresent()));
            case Body.Edited _ -> {
                // A text.
            }
        }
    }

    private Entity placed(Entity part) {
        if (left.isEmpty() || part.isSealed()) {
            return part;
        }
        return switch (part.body()) {
            case Body.Multipart multipart when part.contentType().is("multipart", "related") ->
                inRelated(part, multipart);
            case Body.Multipart multipart -> part.with(multipart.with(multipart.parts().stream()
                    .map(inner -> new Body.Part(inner.delimiter(), placed(inner.entity()))).toList()));
            case Body.Leaf _,Body.Edited _ -> {
                var pictures = shownIn(part);
                var all = new ArrayList<>(List.of(part));
                all.addAll(pictures);
                yield pictures.isEmpty() ? part : WinmailParts.multipart("related", Header.EMPTY, all, 0);
            }
        };
    }

    /** Behind what the page has of its own. */
    private Entity inRelated(Entity related, Body.Multipart multipart) {
        var all = new ArrayList<Body.Part>();
        var pictures = new ArrayList<Entity>();
        for (var inner : multipart.parts()) {
            boolean isLeaf = !(inner.entity().body() instanceof Body.Multipart);
            pictures.addAll(isLeaf ? shownIn(inner.entity()) : List.of());
            all.add(isLeaf ? inner : new Body.Part(inner.delimiter(), placed(inner.entity())));
        }
        var whole = related.with(multipart.with(all));
        for (var picture : pictures) {
            whole = MixedParts.with(whole, (Body.Multipart) whole.body(), picture, all.size());
        }
        return whole;
    }

    /** The pictures that the page shows, which then are no longer left. */
    private List<Entity> shownIn(Entity part) {
        if (!(part.body() instanceof Body.Leaf(var octets)) || !part.contentType().is("text", "html")
                || part.disposition().filter("attachment"::equals).isPresent()) {
            return List.of();
        }
        var page = TransferDecoder.decode(octets, part.transferEncoding()).map(content -> content.latin1()).orElse("");
        var shown = left.stream().filter(file -> file.contentId().filter(id -> page.contains("cid:" + id)).isPresent())
                .toList();
        left.removeAll(shown);
        return shown.stream().map(WinmailParts::file).toList();
    }
}
