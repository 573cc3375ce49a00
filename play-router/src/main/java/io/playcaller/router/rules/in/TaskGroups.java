package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.play.TaskGroup;

/** The part {@code group} of {@code plays.yaml}. */
final class TaskGroups {

    private TaskGroups() {}

    static TaskGroup read(YamlMap map) {
        TaskGroup group = new TaskGroup(map.text("name"), Reading.reasons(map, "reasons"), Reading.kinds(map, "kinds"));
        if (group.reasons().isEmpty() && group.kinds().isEmpty()) {
            map.problem("reasons", "is missing", "add reasons or kinds");
        }
        map.rejectUnknown();
        return group;
    }
}
