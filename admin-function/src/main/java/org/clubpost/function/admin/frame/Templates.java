package org.clubpost.function.admin.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Mustache templates of the rooms, compiled when first used. A template and its parts are looked for beside the class
 * of the room, then beside this class. A slot without a value is an error.
 */
final class Templates {

    private static final Mustache.Escaper HTML = Escapers.simple(new String[][]{{"&", "&amp;"}, {"<", "&lt;"},
            {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private final Map<RoomAnswer.Template, Template> compiled = new ConcurrentHashMap<>();

    String fill(RoomAnswer.Template template, Map<String, Object> model) {
        return compiled.computeIfAbsent(template, Templates::compile).execute(model);
    }

    private static Template compile(RoomAnswer.Template template) {
        return Mustache.compiler().withEscaper(HTML)
                .withLoader(part -> new StringReader(read(template.neighbour(), part)))
                .compile(read(template.neighbour(), template.name()));
    }

    private static String read(Class<?> neighbour, String name) {
        return find(neighbour, name).or(() -> find(Templates.class, name)).orElseThrow(
                () -> new IllegalStateException("this program is incomplete: " + name + ".mustache is missing"));
    }

    private static Optional<String> find(Class<?> neighbour, String name) {
        try (var in = neighbour.getResourceAsStream(name + ".mustache")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
