package dk.ordrebro.alarm;

import java.time.Instant;

/**
 * Trouble that people were told of and that is not over.
 *
 * @param subject which integration or shop; empty for trouble of the whole company
 * @param name what people call it; empty where there is no subject
 */
public record OpenAlarm(Trouble trouble, String subject, String name, Instant since) {}
