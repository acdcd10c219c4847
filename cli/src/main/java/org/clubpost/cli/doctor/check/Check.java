package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;

/** One thing that a stack needs. */
@FunctionalInterface
public interface Check {

    /** What is found about it. Never throws, and never changes anything. */
    List<Finding> look(Facts facts);
}
