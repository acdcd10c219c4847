package org.clubpost.mail.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.mime.TransferEncoding;
import org.clubpost.mail.text.ClearSigned;
import org.clubpost.mail.tnef.Tnef;

/** One walk through a mail. */
final class Cleaning {

    /** How deep mails in mails are read as mails. What lies deeper is looked at as it stands. */
    private static final int DEEPEST = 10;
    private static final String ENCODING = "Content-Transfer-Encoding";

    private final TokenRemover remover;
    private final FieldCleaner fields;
    private final boolean edits;
    private final List<PersonalLinks.Left> left = new ArrayList<>();

    /**
     * @param edits whether tokens are taken out; otherwise only those are looked for that cannot be
     */
    Cleaning(PublicLinks links, boolean edits) {
        this.remover = new TokenRemover(links);
        this.fields = new FieldCleaner(remover);
        this.edits = edits;
    }

    List<PersonalLinks.Left> left() {
        return left;
    }

    Entity cleaned(Entity mail) {
        return entity(mail, false, 0);
    }

    /**
     * @param sealed whether a signature covers it, its header too
     * @param depth in how many mails it lies
     */
    private Entity entity(Entity entity, boolean sealed, int depth) {
        var header = sealed || edits ? fields.cleaned(entity.header()) : entity.header();
        boolean isHeaderClean = header.equals(entity.header());
        if (sealed && !isHeaderClean) {
            left.add(new PersonalLinks.Left.Signed());
        }
        var body = body(entity, sealed || entity.isSealed(), depth);
        return sealed || (isHeaderClean && body.equals(entity.body()))
                ? entity
                : new Entity(header, entity.separator(), body);
    }

    private Body body(Entity entity, boolean sealed, int depth) {
        return switch (entity.body()) {
            case Body.Multipart(var preamble, var parts, var closing, var epilogue) -> new Body.Multipart(
                    aside(preamble, sealed), parts.stream()
                            .map(part -> new Body.Part(part.delimiter(), entity(part.entity(), sealed, depth)))
                            .toList(),
                    closing, aside(epilogue, sealed));
            case Body.Leaf leaf when leaf.octets().length() < Window.SHORTEST -> leaf;
            case Body.Leaf leaf when !sealed && depth == 0 && Tnef.isTnef(entity) && isUnpacked(entity) -> leaf;
            case Body.Leaf leaf -> leaf(entity, leaf, sealed, depth);
            case Body.Edited(var pieces) -> edits
                    ? new Body.Edited(pieces.stream().map(piece -> switch (piece) {
                        case Piece.Fixed(var octets) when !ClearSigned.is(piece) ->
                            new Piece.Fixed(remover.cleaned(octets));
                        case Piece.Fixed _,Piece.Slot _ -> piece;
                    }).toList())
                    : entity.body();
        };
    }

    private Octets aside(Octets octets, boolean sealed) {
        if (sealed) {
            look(octets);
        }
        return sealed || !edits ? octets : remover.cleaned(octets);
    }

    private void look(Octets signed) {
        if (remover.finds(signed)) {
            left.add(new PersonalLinks.Left.Signed());
        }
    }

    /**
     * Looks into a {@code winmail.dat} that another step unpacks; its files are looked at as they will be. One that
     * stays beside them because it holds more is a file itself.
     */
    private boolean isUnpacked(Entity entity) {
        var tnef = Tnef.of(entity);
        if (!edits) {
            tnef.files().filter(file -> Kinds.isBinary(file.type().type(), file.content()))
                    .filter(file -> remover.findsInBinary(file.content()))
                    .forEach(file -> left.add(new PersonalLinks.Left.InFile(file.name())));
        }
        return !tnef.isEmpty() && tnef.isWhole();
    }

    private Body leaf(Entity entity, Body.Leaf leaf, boolean sealed, int depth) {
        var encoding = entity.transferEncoding();
        Optional<Octets> decoded = TransferDecoder.decode(leaf.octets(), encoding);
        if (decoded.isEmpty() && isBase64Meant(entity)) {
            var read = LooseBase64.decoded(leaf.octets());
            var cleaned = content(entity, read, sealed, depth, true);
            if (!cleaned.equals(read)) {
                return new Body.Leaf(Kinds.encoded(cleaned, TransferEncoding.BASE64, leaf));
            }
        }
        var octets = decoded.orElse(leaf.octets());
        var cleaned = content(entity, octets, sealed, depth, decoded.isPresent());
        var clean = cleaned.equals(octets)
                ? leaf
                : new Body.Leaf(decoded.isEmpty() ? cleaned : Kinds.encoded(cleaned, encoding, leaf));
        return encoding.isIdentity() ? clean : asShown(entity, clean, sealed);
    }

    /** The encoded text as somebody sees who decodes nothing, or who takes the second of two encodings. */
    private Body.Leaf asShown(Entity entity, Body.Leaf leaf, boolean sealed) {
        boolean isEncodedTwice = entity.header().all(ENCODING).size() > 1;
        if (isEncodedTwice) {
            var cleaned = text(entity, leaf.octets(), sealed);
            return cleaned.equals(leaf.octets()) ? leaf : new Body.Leaf(cleaned);
        }
        var cleaned = remover.cleanedAsShown(leaf.octets());
        if (cleaned.equals(leaf.octets()) || !(sealed || edits)) {
            return leaf;
        }
        if (sealed) {
            left.add(new PersonalLinks.Left.Signed());
            return leaf;
        }
        return new Body.Leaf(cleaned);
    }

    /** Whether a reader may take the part for base64: its encoding cannot be read, or its base64 is broken. */
    private static boolean isBase64Meant(Entity entity) {
        return entity.transferEncoding() == TransferEncoding.BASE64
                || entity.header().all(ENCODING).stream().anyMatch(field -> LooseBase64.isNamedIn(field.raw()));
    }

    /**
     * Content as it is, and as it would be if it were encoded once more, whatever the header says.
     *
     * @param certain whether its encoding is known
     */
    private Octets content(Entity entity, Octets octets, boolean sealed, int depth, boolean certain) {
        boolean isMail = Kinds.isMail(entity) && depth < DEEPEST;
        var cleaned = isMail ? nested(octets, sealed, depth) : text(entity, octets, sealed);
        if (isMail && certain) {
            return cleaned;
        }
        if (Kinds.hasEscapes(cleaned)) {
            var read = QuotedPrintable.decode(cleaned);
            var clean = inBlocks(text(entity, read, sealed), sealed);
            cleaned = clean.equals(read) ? cleaned : QuotedPrintable.encode(clean);
        }
        return inBlocks(cleaned, sealed);
    }

    /** Looks into the base64 of what may be the source of a mail that is not read as one. */
    private Octets inBlocks(Octets source, boolean sealed) {
        if (!(sealed || edits) || !LooseBase64.isNamedIn(source)) {
            return source;
        }
        return LooseBase64.inBlocks(source, read -> aside(read, sealed));
    }

    private Octets nested(Octets octets, boolean sealed, int depth) {
        var mail = MimeParser.parse(octets);
        var cleaned = entity(mail, sealed, depth + 1);
        return cleaned.equals(mail) ? octets : MimeWriter.toOctets(cleaned);
    }

    private Octets text(Entity entity, Octets octets, boolean sealed) {
        ContentType type = entity.contentType();
        if (sealed) {
            look(octets);
            return octets;
        }
        if (Kinds.isBinary(type.type(), octets)) {
            if (!edits && remover.findsInBinary(octets)) {
                left.add(new PersonalLinks.Left.InFile(Kinds.name(entity)));
            }
            return octets;
        }
        if (type.is("text", "html")) {
            return edits ? remover.cleaned(octets) : octets;
        }
        List<Piece> pieces = ClearSigned.cut(octets);
        return Octets.concat(pieces.stream().map(piece -> piece(piece)).toList());
    }

    private Octets piece(Piece piece) {
        return switch (piece) {
            case Piece.Fixed(var octets) when ClearSigned.is(piece) -> {
                look(octets);
                yield octets;
            }
            case Piece.Fixed(var octets) -> edits ? remover.cleaned(octets) : octets;
            case Piece.Slot _ -> Octets.EMPTY;
        };
    }
}
