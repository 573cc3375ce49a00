package io.playcaller.forecast.csv.in;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A table that browsers keep as a file. */
public final class CsvFile {

    private CsvFile() {}

    /** @param name with its ending */
    public static RestResponse<String> of(String name, String text) {
        return part(name, text, null);
    }

    /**
     * A part of a table; the header {@code Link} leads to what follows.
     *
     * @param next where that is; null at the end
     */
    public static RestResponse<String> part(String name, String text, @Nullable String next) {
        var answer = RestResponse.ResponseBuilder.ok(text)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        if (next != null) {
            answer.header("Link", "<%s>; rel=\"next\"".formatted(next));
        }
        return answer.build();
    }
}
