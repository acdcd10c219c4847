<#-- A row of docs/licences.md for each library that ships. -->
<#list dependencyMap as library>
| `${library.key.groupId}:${library.key.artifactId}` | <#list library.value as licence>${licence}<#sep> or </#sep></#list> |
</#list>
