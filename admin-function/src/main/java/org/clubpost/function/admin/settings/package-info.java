/**
 * The settings of a list. {@link org.clubpost.function.admin.settings.SettingsRoom} shows all of them, {@link
 * org.clubpost.function.admin.settings.TopicRoom} changes those that belong together, and {@link
 * org.clubpost.function.admin.settings.CopyRoom} takes over those of another list. Which settings there are, and what
 * values they take, is in {@link org.clubpost.core.list.setting.ListSettings} alone.
 */
@NullMarked
package org.clubpost.function.admin.settings;

import org.jspecify.annotations.NullMarked;
