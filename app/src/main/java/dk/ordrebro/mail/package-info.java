/** Letters to people: kept in a table with what they are about, sent by one node at a time. */
@org.springframework.modulith.ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"access"})
@NullMarked
package dk.ordrebro.mail;

import org.jspecify.annotations.NullMarked;
