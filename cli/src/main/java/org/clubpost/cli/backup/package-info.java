/** Commands about all the data of one directory: take it along, bring it back, look it over. */
@NullMarked
package org.clubpost.cli.backup;

import org.jspecify.annotations.NullMarked;
