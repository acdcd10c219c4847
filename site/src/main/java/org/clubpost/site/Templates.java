package org.clubpost.site;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Mustache templates of one folder, compiled when first used. A slot without a value is an error. */
final class Templates {

    /** Escapes what HTML needs and no more: a link in a mail's source should look like a link. */
    private static final Mustache.Escaper HTML = Escapers.simple(new String[][]{{"&", "&amp;"}, {"<", "&lt;"},
            {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private final String folder;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(String folder, Mustache.Escaper escaper) {
        this.folder = folder;
        this.compiler = Mustache.compiler().withEscaper(escaper).withLoader(name -> new StringReader(read(name)));
    }

    /** Templates for HTML, which escape what is put into them. */
    static Templates html(String folder) {
        return new Templates(folder, HTML);
    }

    /** Templates for plain text. */
    static Templates plain(String folder) {
        return new Templates(folder, Escapers.NONE);
    }

    String fill(String name, Map<String, Object> model) {
        return compiled.computeIfAbsent(name, each -> compiler.compile(read(each))).execute(model);
    }

    private String read(String name) {
        return Resources.text(folder + "/" + name + ".mustache");
    }
}
