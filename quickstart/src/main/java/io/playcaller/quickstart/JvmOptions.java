package io.playcaller.quickstart;

import java.util.List;
import java.util.Map;

/** Options of the services' JVMs that whoever starts them asks for, such as those of a server instead of a quick start. */
final class JvmOptions {

    /** Separated by spaces; an option cannot hold one. */
    static final String VARIABLE = "PLAYCALLER_JAVA_OPTIONS";

    private JvmOptions() {}

    static List<String> of(Map<String, String> environment) {
        String options = environment.getOrDefault(VARIABLE, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }
}
