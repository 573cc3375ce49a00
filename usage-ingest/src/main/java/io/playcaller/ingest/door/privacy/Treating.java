package io.playcaller.ingest.door.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.privacy.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies rules to one event, and notes what was done. Used by one thread. */
final class Treating {

    private static final TextNode MASK = TextNode.valueOf(PropertyRule.MASK);

    /** What was done to more of one event is done, and not told: it would be told for each event of a batch. */
    private static final int MOST_TOLD = 20;

    private final Needs needs;
    private final Pseudonyms pseudonyms;
    private final List<String> place = new ArrayList<>();
    private final Set<Treated> done = new LinkedHashSet<>();

    Treating(Needs needs, Pseudonyms pseudonyms) {
        this.needs = needs;
        this.pseudonyms = pseudonyms;
    }

    List<Treated> done() {
        return List.copyOf(done);
    }

    void apply(PropertyRule rule, ObjectNode event) {
        descend(rule, event, rule.path().steps());
    }

    private void descend(PropertyRule rule, ContainerNode<?> parent, List<String> steps) {
        String step = steps.get(0);
        boolean any = step.equals(PropertyPath.ANY);
        if (parent instanceof ArrayNode && !any && index(step) < 0) {
            descendFromEach(rule, parent, steps);
            return;
        }
        for (String name : any ? names(parent) : List.of(step)) {
            JsonNode child = child(parent, name);
            if (child != null && !child.isNull()) {
                place.add(name);
                arrive(rule, parent, child, steps.subList(1, steps.size()), any);
                place.remove(place.size() - 1);
            }
        }
    }

    /** Where an object belongs, and a list of such stands: the name is that of each. */
    private void descendFromEach(PropertyRule rule, ContainerNode<?> list, List<String> steps) {
        for (String index : names(list)) {
            if (child(list, index) instanceof ContainerNode<?> element) {
                place.add(index);
                descend(rule, element, steps);
                place.remove(place.size() - 1);
            }
        }
    }

    private void arrive(PropertyRule rule, ContainerNode<?> parent, JsonNode child, List<String> rest, boolean byAny) {
        if (rest.isEmpty()) {
            treat(rule.treatment(), parent, child);
        } else if (child instanceof ContainerNode<?> deeper) {
            descend(rule, deeper, rest);
        } else if (child.isTextual() && !byAny) {
            // Where an object belongs: what is in it, such as JSON in a text, cannot be told apart.
            replace(Treatment.MASK, parent, child, MASK);
        }
    }

    private void treat(Treatment treatment, ContainerNode<?> parent, JsonNode child) {
        if (needs.spare(place, treatment)) {
            return;
        }
        if (treatment == Treatment.DROP) {
            remove(parent);
            tell(treatment);
            return;
        }
        JsonNode instead = treatment == Treatment.HASH ? hashed(child) : MASK;
        replace(instead.equals(MASK) ? Treatment.MASK : treatment, parent, child, instead);
    }

    private void replace(Treatment treatment, ContainerNode<?> parent, JsonNode child, JsonNode instead) {
        if (!instead.equals(child)) {
            set(parent, instead);
            tell(treatment);
        }
    }

    private void tell(Treatment treatment) {
        if (done.size() < MOST_TOLD) {
            done.add(new Treated(PropertyPath.pointer(place), treatment));
        }
    }

    /** A blank text is no id of anybody, and must not become one. An object has no order, and so no hash: it is masked. */
    private JsonNode hashed(JsonNode value) {
        if (value instanceof ArrayNode array) {
            ArrayNode all = array.arrayNode(array.size());
            array.forEach(element -> all.add(hashed(element)));
            return all;
        }
        if (value.isObject()) {
            return MASK;
        }
        String text = value.asText();
        boolean stays = value.isNull() || text.isBlank() || value.equals(MASK) || Pseudonyms.isOne(text);
        return stays ? value : TextNode.valueOf(pseudonyms.of(text));
    }

    /** Of an array the last index first: what is dropped moves none that is still to come. */
    private static List<String> names(ContainerNode<?> parent) {
        List<String> names = new ArrayList<>(parent.size());
        if (parent instanceof ArrayNode) {
            for (int i = parent.size() - 1; i >= 0; i--) {
                names.add(Integer.toString(i));
            }
        } else {
            parent.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private static @Nullable JsonNode child(ContainerNode<?> parent, String name) {
        return parent instanceof ArrayNode array ? array.get(index(name)) : parent.get(name);
    }

    /** None is -1, where nothing stands. */
    private static int index(String step) {
        return step.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(step) : -1;
    }

    private void remove(ContainerNode<?> parent) {
        String name = place.get(place.size() - 1);
        if (parent instanceof ArrayNode array) {
            array.remove(index(name));
        } else if (parent instanceof ObjectNode object) {
            object.remove(name);
        }
    }

    private void set(ContainerNode<?> parent, JsonNode value) {
        String name = place.get(place.size() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(index(name), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(name, value);
        }
    }
}
