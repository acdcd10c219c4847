package org.clubpost.aws.event;

import java.util.Locale;

/** A request whose fields are read, with the answers that every function gives in the same way. */
public final class Visit {

    private final FormRequest request;
    private final FormFields.Read fields;
    private final CommonPages pages;

    Visit(FormRequest request, FormFields.Read fields, CommonPages pages) {
        this.request = request;
        this.fields = fields;
        this.pages = pages;
    }

    /** The request. */
    public FormRequest request() {
        return request;
    }

    /** Its fields. */
    public FormFields.Read fields() {
        return fields;
    }

    /** The field's text; empty when the field is not there. */
    public String text(String field) {
        return fields.text(field);
    }

    /**
     * The language to answer in: that of the {@code lang} field, else one that the browser wants, else the given one.
     */
    public Locale language(Locale otherwise) {
        return pages.language().apply(request.languages(fields), otherwise);
    }

    /** The link is not one of ours: 404. */
    public Handled forged() {
        return Handled.of(HttpAnswer.html(404, pages.forged().apply(pages.language(request))), "forged");
    }

    /** The request cannot be understood: the status of the problem, and a page that says what is wrong. */
    public Handled refused(FieldProblem problem) {
        var kind = Handled.word(problem.kind());
        return Handled.of(HttpAnswer.html(problem.status(),
                pages.refused().page(pages.language(request), kind, problem.field())), kind);
    }
}
