// edge-js names this namespace in a using directive and uses nothing of it.
namespace Microsoft.CodeAnalysis.CSharp.Syntax
{
}
