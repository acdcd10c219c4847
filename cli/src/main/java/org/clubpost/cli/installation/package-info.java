/** What a command works on: the installation on this machine or a stack in AWS, and the options that name it. */
@NullMarked
package org.clubpost.cli.installation;

import org.jspecify.annotations.NullMarked;
