package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that are called as the field that they fill, by its JSON pointer without the first slash: {@code name}, {@code
 * amount/minor}, {@code lines/0/lineId}. An empty cell is an absent field.
 */
final class PointerColumns implements RowShape {

    private static final Set<String> BOOLEANS =
            Set.of("strategic", "autoRenew", "evergreen", "active", "mayContact", "avoidable", "withdrawn");
    private static final Set<String> NUMBERS = Set.of("noticeDays", "seats", "minor", "version", IF_MATCH);
    private static final Set<String> LISTS = Set.of("parents", "lines", "movements", "owners", "references");
    /** Those that stand in an element of {@code lines}. */
    private static final Set<String> LISTS_OF_LINES = Set.of("ramp", "usage");

    private static final int MOST_LEVELS = 8;
    private static final String INDEX = "\\d{1,3}";
    private static final String NUMBER = "-?\\d{1,18}";

    private final List<Column> columns;

    private PointerColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A column and the path that it fills. */
    private record Column(String name, List<String> path) {

        static Column of(String name) {
            return new Column(name, List.of(name.split("/", -1)));
        }

        String last() {
            return path.get(path.size() - 1);
        }
    }

    static PointerColumns of(List<String> header) {
        return new PointerColumns(header.stream().map(Column::of).toList());
    }

    /** What is wrong with a header: every column that is no field, that comes twice, or that is missing. */
    static List<FieldFault> faults(List<String> header, BulkKind kind) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            List<String> path = Column.of(name).path();
            if (!kind.fields().contains(path.get(0)) && !name.equals(IF_MATCH)) {
                List<String> known = kind.fields().stream().sorted().toList();
                faults.add(new FieldFault(name, "a field of " + kind.word() + ": " + String.join(", ", known), name));
            } else if (path.size() > MOST_LEVELS || !numbersElements(path)) {
                faults.add(new FieldFault(name, "the path of a field, such as lines/0/arr/minor", name));
            } else if (!seen.add(name)) {
                faults.add(new FieldFault(name, "a column that comes once", "twice"));
            }
        }
        header.stream()
                .filter(name -> insideAnother(name, seen))
                .forEach(name -> faults.add(new FieldFault(name, "no part of another column", name)));
        if (!seen.contains(kind.idField())) {
            faults.add(new FieldFault(kind.idField(), "a column of the header", "absent"));
        }
        return faults;
    }

    /** Whether what follows a list is the number of an element, and nothing else is a number. */
    private static boolean numbersElements(List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            boolean element = i > 0 && isList(path, i - 1);
            boolean inner = i > 0 && LISTS.contains(path.get(i));
            if (inner || element != path.get(i).matches(INDEX)) {
                return false;
            }
        }
        int last = path.size() - 1;
        return !isList(path, last) && !path.get(last).matches(INDEX);
    }

    /** No list stands in another but those of a line. */
    private static boolean isList(List<String> path, int at) {
        return at == 0
                ? LISTS.contains(path.get(0))
                : at == 2 && path.get(0).equals("lines") && LISTS_OF_LINES.contains(path.get(at));
    }

    private static boolean insideAnother(String name, Set<String> columns) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (columns.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Step<ObjectNode> body(ObjectNode fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Column column : columns) {
            String text = fields.path(column.name()).asText().strip();
            if (!text.isEmpty()) {
                put(body, column.path(), 0, value(column.last(), text));
            }
        }
        return Step.kept(body);
    }

    /** What is not of its kind stays a text, and is refused by who reads the body. */
    static JsonNode value(String field, String text) {
        if (BOOLEANS.contains(field) && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return NUMBERS.contains(field) && text.matches(NUMBER)
                ? LongNode.valueOf(Long.parseLong(text))
                : TextNode.valueOf(text);
    }

    private static void put(ObjectNode object, List<String> path, int at, JsonNode value) {
        String name = path.get(at);
        if (at == path.size() - 1) {
            object.set(name, value);
        } else if (isList(path, at)) {
            put(element(object.withArrayProperty(name), Integer.parseInt(path.get(at + 1))), path, at + 2, value);
        } else {
            put(object.withObjectProperty(name), path, at + 1, value);
        }
    }

    /** One that no cell fills, before one that is filled, is an empty object. */
    private static ObjectNode element(ArrayNode list, int index) {
        while (list.size() <= index) {
            list.addObject();
        }
        return (ObjectNode) list.get(index);
    }
}
