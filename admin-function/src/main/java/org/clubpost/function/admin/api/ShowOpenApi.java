package org.clubpost.function.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /openapi.yaml}: all operations, described for programs (OpenAPI 3.1). It needs no key. */
public record ShowOpenApi() implements Operation {

    private static final String FILE = "openapi.yaml";

    @Override
    public Route route() {
        return Route.get("/" + FILE);
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        try (var file = ShowOpenApi.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return ApiAnswer.text("application/yaml; charset=utf-8", new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
