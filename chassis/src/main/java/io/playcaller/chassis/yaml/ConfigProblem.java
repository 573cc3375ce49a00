package io.playcaller.chassis.yaml;

/**
 * One fault of a configuration file.
 *
 * @param line counted from 1; 0 where the fault is in no line
 * @param key path of the key, such as {@code plays[2].sla.accept}; empty for the file as a whole
 * @param message what is wrong
 * @param fix what to write instead; empty where there is no telling
 */
public record ConfigProblem(String file, int line, String key, String message, String fix) {

    /** A fault of a file that was not read, or of a directory. */
    static ConfigProblem ofFile(String file, String message, String fix) {
        return new ConfigProblem(file, 0, "", message, fix);
    }

    /** {@code file:line key: what is wrong; fix}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        String keyed = key.isEmpty() ? place : place + " " + key;
        return fix.isEmpty() ? keyed + ": " + message : keyed + ": " + message + "; " + fix;
    }
}
