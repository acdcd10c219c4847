/**
 * What tells people from programs that fill in forms: {@link org.clubpost.core.robot.FormStamp} says how long somebody
 * took, {@link org.clubpost.core.robot.Challenge} has the visitor's machine work a little, and {@link
 * org.clubpost.core.robot.Gate} puts both together. None of them turns a person away: whoever has no proof is counted
 * more strictly.
 */
@NullMarked
package org.clubpost.core.robot;

import org.jspecify.annotations.NullMarked;
