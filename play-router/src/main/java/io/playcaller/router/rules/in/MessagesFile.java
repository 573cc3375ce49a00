package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.digital.MessageTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code messages.yaml}: texts for people of customers; and what a step of {@code plays.yaml} says of the one that it sends. */
final class MessagesFile {

    private static final Set<String> CHANNELS =
            Stream.of(ChannelKind.values()).map(ChannelKind::word).collect(Collectors.toUnmodifiableSet());
    private static final String WAIT = "wait";
    private static final Set<String> WHEN_REFUSED = Set.of(WAIT, "skip");
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 20_000;
    private static final int DAYS = 3;

    private MessagesFile() {}

    /** By key. */
    static Map<String, MessageTemplate> read(YamlMap file) {
        Map<String, MessageTemplate> templates = new LinkedHashMap<>();
        for (YamlMap map : file.maps("messages")) {
            MessageTemplate template = new MessageTemplate(
                    map.text("key"), words(map, "subject", LONGEST_SUBJECT), words(map, "text", LONGEST_TEXT));
            map.rejectUnknown();
            if (templates.putIfAbsent(template.key(), template) != null) {
                map.problem("key", "stands here twice: " + template.key(), "give each message a key of its own");
            }
        }
        file.rejectUnknown();
        return templates;
    }

    private static String words(YamlMap map, String key, int longest) {
        String words = map.text(key);
        if (words.length() > longest) {
            map.problem(key, "has " + words.length() + " characters", "write at most " + longest);
        }
        new MessageTemplate("", "", words)
                .variables().stream()
                        .filter(variable -> !MessageTemplate.VARIABLES.contains(variable))
                        .forEach(variable -> map.problem(
                                key,
                                "there is no variable {{" + variable + "}}",
                                "known: " + String.join(", ", new TreeSet<>(MessageTemplate.VARIABLES))));
        return words;
    }

    /**
     * What a step sends.
     *
     * @param isDated whether its play counts back from a date, which a text may name
     */
    static DigitalMessage ofStep(YamlMap map, Map<String, MessageTemplate> templates, boolean isDated) {
        String key = Reading.known(map, "template", map.text("template"), templates.keySet(), "message");
        MessageTemplate template = templates.getOrDefault(key, new MessageTemplate(key, "", ""));
        if (!isDated && template.variables().contains(MessageTemplate.DATE)) {
            map.problem("template", "names a {{date}}, and the play has none", "state the anchor of the play");
        }
        String channel = map.has("by") ? map.oneOf("by", CHANNELS) : ChannelKind.MAIL.word();
        String refused = map.has("refused") ? map.oneOf("refused", WHEN_REFUSED) : WAIT;
        int days = Reading.days(map, "for").orElse(DAYS);
        map.rejectUnknown();
        return new DigitalMessage(
                template, ChannelKind.ofWord(channel).orElse(ChannelKind.MAIL), refused.equals(WAIT), days);
    }
}
