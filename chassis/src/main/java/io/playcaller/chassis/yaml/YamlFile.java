package io.playcaller.chassis.yaml;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.representer.Representer;

/** One file while it is read: its name and where its faults go. */
public final class YamlFile {

    private final String name;
    private final ConfigProblems problems;

    private YamlFile(String name, ConfigProblems problems) {
        this.name = name;
        this.problems = problems;
    }

    /**
     * Reads a file whose top is a map. Faults go to {@code problems}; the answer is always usable, so that a reader goes
     * on and finds the others. Nothing read may be used before {@link ConfigProblems#orThrow()}.
     *
     * @param fileName as people know it; stands before each fault
     */
    public static YamlMap parse(String fileName, String content, ConfigProblems problems) {
        YamlFile file = new YamlFile(fileName, problems);
        try {
            return file.top(yaml().compose(new StringReader(content)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            file.add(line, "", "is not YAML: " + e.getProblem(), "");
        } catch (YAMLException e) {
            file.add(1, "", "is not YAML: " + e.getMessage(), "");
        }
        return YamlMap.absent(file, "", 1);
    }

    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new CoreSchema());
    }

    private YamlMap top(@Nullable Node node) {
        if (node instanceof MappingNode map) {
            return map(map, "", line(map));
        }
        int line = node == null ? 1 : line(node);
        add(line, "", node == null ? "is empty" : "is no map of keys", "write `key: value` lines");
        return YamlMap.absent(this, "", line);
    }

    YamlMap map(MappingNode node, String path, int mapLine) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                add(line, path, "has a key that is no word", "write `key: value`");
                continue;
            }
            String word = key.getValue();
            String place = path.isEmpty() ? word : path + "." + word;
            YamlValue earlier = entries.putIfAbsent(word, new YamlValue(this, place, line, tuple.getValueNode()));
            if (earlier != null) {
                add(line, place, "stands here twice", "keep this one or the one in line " + earlier.line());
            }
        }
        return YamlMap.of(this, path, mapLine, entries);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void add(int line, String key, String message, String fix) {
        problems.add(new ConfigProblem(name, line, key, message, fix));
    }
}
