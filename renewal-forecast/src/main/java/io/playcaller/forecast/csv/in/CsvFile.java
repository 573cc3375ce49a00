package io.playcaller.forecast.csv.in;

import io.playcaller.chassis.page.Page;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A table that browsers keep as a file. */
public final class CsvFile {

    private CsvFile() {}

    /** @param name with its ending */
    public static RestResponse<String> of(String name, String text) {
        return named(name, text).build();
    }

    /**
     * A part of a table; the header {@code Link} leads to what follows.
     *
     * @param name with its ending
     * @param table the text of the items
     * @param path of the table, such as {@code /v1/contracts.csv}
     * @param limit how many items a part has at most
     * @param filter what else was asked, each parameter with its {@code &}; empty when nothing was
     */
    public static <T> RestResponse<String> part(
            String name, Page<T> page, Function<List<T>, String> table, String path, int limit, String filter) {
        ResponseBuilder<String> answer = named(name, table.apply(page.items()));
        if (page.next() != null) {
            answer.header(
                    "Link", "<%s?limit=%d&cursor=%s%s>; rel=\"next\"".formatted(path, limit, page.next(), filter));
        }
        return answer.build();
    }

    /** The same of a table that is not filtered. */
    public static <T> RestResponse<String> part(
            String name, Page<T> page, Function<List<T>, String> table, String path, int limit) {
        return part(name, page, table, path, limit, "");
    }

    private static ResponseBuilder<String> named(String name, String text) {
        return ResponseBuilder.ok(text).header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    }
}
