package io.playcaller.testkit.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of {@code endpoint-roles.csv}.
 *
 * @param path as in OpenAPI, with {@code {parameters}}
 * @param callers the roles and keys that may call it; {@code public}, {@code signed} or {@code nobody} alone
 */
record Endpoint(String method, String path, Set<String> callers) {

    /** The roles of tokens, in the order of the design. */
    static final List<String> ROLES = List.of("viewer", "csm", "lead", "ops", "admin", "service");

    /** What a write key may have been made for. */
    static final List<String> KEYS = List.of("key:events", "key:register");

    private static final String PUBLIC = "public";
    private static final String SIGNED = "signed";
    private static final String NOBODY = "nobody";

    static final Comparator<Endpoint> BY_PATH =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    String name() {
        return method + " " + path;
    }

    /** Whether some token opens it; where none does, a token need not be looked at. */
    boolean takesTokens() {
        return callers.stream().anyMatch(ROLES::contains);
    }

    /** Whether it opens to who signs the request, and to no role and no key. */
    boolean isSigned() {
        return callers.contains(SIGNED);
    }

    /** @param caller a role or a key */
    boolean allows(String caller) {
        return callers.contains(PUBLIC) || callers.contains(caller);
    }

    /** @throws IllegalArgumentException naming each line that cannot be read */
    static List<Endpoint> table(List<String> lines) {
        List<Endpoint> table = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.equals("method,path,roles")) {
                continue;
            }
            String fault = add(line, table);
            if (!fault.isEmpty()) {
                faults.add("line " + (i + 1) + ": " + fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return table;
    }

    private static String add(String line, List<Endpoint> table) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            return "expected method,path,roles, got " + line;
        }
        Set<String> callers = new TreeSet<>(List.of(cells[2].strip().split("\\s+")));
        boolean known = callers.stream().allMatch(caller -> ROLES.contains(caller) || KEYS.contains(caller));
        boolean alone = List.of(PUBLIC, SIGNED, NOBODY).stream().anyMatch(word -> callers.equals(Set.of(word)));
        if (!known && !alone) {
            return "expected public, signed, nobody or some of %s %s, got %s"
                    .formatted(String.join(" ", ROLES), String.join(" ", KEYS), cells[2]);
        }
        Endpoint endpoint = new Endpoint(cells[0].strip(), cells[1].strip(), callers);
        if (table.stream().anyMatch(other -> other.name().equals(endpoint.name()))) {
            return endpoint.name() + " stands here twice";
        }
        table.add(endpoint);
        return "";
    }
}
