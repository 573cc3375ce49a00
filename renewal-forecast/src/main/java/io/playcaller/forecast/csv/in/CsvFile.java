package io.playcaller.forecast.csv.in;

import org.jboss.resteasy.reactive.RestResponse;

/** A table that browsers keep as a file. */
public final class CsvFile {

    private CsvFile() {}

    /** @param name with its ending */
    public static RestResponse<String> of(String name, String text) {
        return RestResponse.ResponseBuilder.ok(text)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
