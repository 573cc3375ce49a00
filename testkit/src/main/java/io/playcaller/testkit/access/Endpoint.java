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
 * @param access what callers need
 * @param roles those that may, when {@code access} is {@link Access#ROLES}
 */
record Endpoint(String method, String path, Access access, Set<String> roles) {

    /** In the order of the design. */
    static final List<String> ALL_ROLES = List.of("viewer", "csm", "lead", "ops", "admin", "service");

    static final Comparator<Endpoint> BY_PATH =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    enum Access {
        /** Answers anybody. */
        PUBLIC,
        /** Has a key of its own; tokens do not count. */
        KEY,
        /** Answers the listed roles only. */
        ROLES
    }

    String name() {
        return method + " " + path;
    }

    boolean allows(String role) {
        return access == Access.PUBLIC || (access == Access.ROLES && roles.contains(role));
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
        Set<String> roles = new TreeSet<>(List.of(cells[2].strip().split("\\s+")));
        Access access = switch (cells[2].strip()) {
            case "public" -> Access.PUBLIC;
            case "key" -> Access.KEY;
            default -> Access.ROLES;
        };
        if (access == Access.ROLES && !ALL_ROLES.containsAll(roles)) {
            return "expected public, key or some of " + String.join(" ", ALL_ROLES) + ", got " + cells[2];
        }
        Endpoint endpoint = new Endpoint(cells[0].strip(), cells[1].strip(), access, roles);
        if (table.stream().anyMatch(other -> other.name().equals(endpoint.name()))) {
            return endpoint.name() + " stands here twice";
        }
        table.add(endpoint);
        return "";
    }
}
