/**
 * The settings of a list, one by one. {@link org.clubpost.core.list.setting.ListSettings} is the table of all of them,
 * and each line of it is a {@link org.clubpost.core.list.setting.ListSetting}. A value has two written forms that do
 * not depend on each other. People type and see one of them; the other is stored ({@link
 * org.clubpost.core.list.setting.StoredSettings}). A {@code Kind} knows both, with the bounds of the value.
 */
@NullMarked
package org.clubpost.core.list.setting;

import org.jspecify.annotations.NullMarked;
